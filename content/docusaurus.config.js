// Settings of the site; the book is made from the same file.
import remarkMath from 'remark-math';
import rehypeKatex from 'rehype-katex';

/** @type {import('@docusaurus/types').Config} */
const config = {
  title: 'The GenAI & LLM Handbook',
  tagline: 'How language models work, and how to work with them',
  url: 'https://handpress.example',
  baseUrl: '/handbook/',
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  i18n: { defaultLocale: 'en', locales: ['en'] },
  markdown: {
    mermaid: true,
    hooks: { onBrokenMarkdownLinks: 'throw' },
  },
  themes: ['@docusaurus/theme-mermaid'],
  presets: [
    [
      'classic',
      {
        docs: {
          path: 'docs',
          routeBasePath: 'docs',
          sidebarPath: './sidebars.js',
          remarkPlugins: [remarkMath],
          rehypePlugins: [rehypeKatex],
        },
        blog: false,
        pages: false,
      },
    ],
  ],
  clientModules: [require.resolve('katex/dist/katex.min.css')],
  themeConfig: {
    navbar: {
      title: 'The GenAI & LLM Handbook',
      items: [{ type: 'docSidebar', sidebarId: 'handbook', label: 'Read', position: 'left' }],
    },
  },
};

export default config;
