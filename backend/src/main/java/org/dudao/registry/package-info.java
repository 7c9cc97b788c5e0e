/**
 * The county's register: regions, schools, their yearly figures, people and their accounts, and the imports that fill
 * it. Owns schema {@code registry}; leans on the kernel alone. Every other module asks here what a school is and what
 * was reported of it.
 */
package org.dudao.registry;
