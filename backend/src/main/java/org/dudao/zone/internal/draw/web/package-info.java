/** Random draws over HTTP. */
package org.dudao.zone.internal.draw.web;
