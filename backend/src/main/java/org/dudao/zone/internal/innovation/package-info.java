/**
 * The self-check of an innovation county (责任督学挂牌督导创新县, 国教督办函〔2015〕32号): the eight conditions are an index system, what is
 * recorded answers what can be counted, the office answers the rest by hand.
 */
package org.dudao.zone.internal.innovation;
