/**
 * Responsible inspectors (责任督学挂牌督导): who they are and hold office for how long, what keeps them from which school,
 * and who answers for which school on which day.
 *
 * <p>Owns schema {@code zone}: the register of inspectors, their terms with the papers of each step, training, conflicts of
 * interest, the zones they belong to and the schools they answer for by date, and the numbers the regime asks for as dated
 * rules. Leans on {@code registry} for schools and regions and on
 * {@code evidence} for papers and photos.
 */
package org.dudao.zone;
