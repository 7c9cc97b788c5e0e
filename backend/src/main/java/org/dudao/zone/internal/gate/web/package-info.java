/** What an office says of itself for everybody. */
package org.dudao.zone.internal.gate.web;
