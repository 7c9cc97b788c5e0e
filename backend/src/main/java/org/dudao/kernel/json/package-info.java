/** How documents kept as JSON are written down so that they read back the same and can be compared by a checksum. */
package org.dudao.kernel.json;
