/** Series of numbers without gaps, such as those of official documents (文号). */
package org.dudao.kernel.numbering;
