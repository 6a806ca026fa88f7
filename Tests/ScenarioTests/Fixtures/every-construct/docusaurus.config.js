import math from 'remark-math';

export default {
  title: 'Every Construct & <More>',
  tagline: 'A fixture',
  url: 'https://example.org',
  baseUrl: '/fixture/',
  markdown: { mermaid: true },
  presets: [['classic', { docs: { remarkPlugins: [math] }, blog: {} }]],
};
