/** Plans over HTTP. */
package org.dudao.zone.internal.plan.web;
