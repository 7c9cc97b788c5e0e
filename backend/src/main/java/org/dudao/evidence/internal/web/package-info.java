/** Evidence over HTTP. */
package org.dudao.evidence.internal.web;
