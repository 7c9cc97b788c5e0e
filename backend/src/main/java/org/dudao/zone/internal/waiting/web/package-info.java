/** The desk's part of supervision by zones. */
package org.dudao.zone.internal.waiting.web;
