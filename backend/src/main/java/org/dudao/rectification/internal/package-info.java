/** The rules of rectification and their tables. */
package org.dudao.rectification.internal;
