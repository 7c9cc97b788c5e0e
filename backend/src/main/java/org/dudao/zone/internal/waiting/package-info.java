/** What of visits, reports and appraisals waits for a person on their desk. */
package org.dudao.zone.internal.waiting;
