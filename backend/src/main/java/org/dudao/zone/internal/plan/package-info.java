/**
 * Plans of visits: terms of the school year, the draw of a term's visits and its adoption, progress against plan, and the
 * year's key points of work.
 */
package org.dudao.zone.internal.plan;
