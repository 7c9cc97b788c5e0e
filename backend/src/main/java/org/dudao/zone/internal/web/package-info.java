/** The module's resources and what they say. */
package org.dudao.zone.internal.web;
