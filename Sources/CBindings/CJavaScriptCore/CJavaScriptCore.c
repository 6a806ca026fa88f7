#include "CJavaScriptCore.h"
int handpress_javascript_placeholder(void) { return 0; }
