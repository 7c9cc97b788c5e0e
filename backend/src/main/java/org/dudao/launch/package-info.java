/** Starting the application: the embedded default, and the guards that refuse an unsafe or mismatched start. */
package org.dudao.launch;
