/**
 * Proposes who answers for which school: by distance and load, within zones, terms, conflicts of interest and rotation.
 * Pure: a roster in, a proposal out, the same for the same.
 */
package org.dudao.zone.internal.proposal;
