/** Papers for inspectors and school gates, and the public pages their QR codes lead to. */
package org.dudao.publication.internal.gate;
