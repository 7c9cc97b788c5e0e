/** Index systems over HTTP. */
package org.dudao.indexsystem.internal.web;
