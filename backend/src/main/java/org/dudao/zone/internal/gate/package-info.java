/** What stands outside for everybody: codes printed on letters, cards and boards, and what they lead to. */
package org.dudao.zone.internal.gate;
