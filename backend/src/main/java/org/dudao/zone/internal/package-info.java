/** Inside of the module; nothing here is for others. */
package org.dudao.zone.internal;
