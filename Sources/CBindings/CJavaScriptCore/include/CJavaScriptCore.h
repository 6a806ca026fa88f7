/* replaced by the owner */ int handpress_javascript_placeholder(void);
