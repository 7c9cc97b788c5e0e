/** The REST interface of balanced development, under {@code /api/v1/balance}. */
package org.dudao.balance.internal.web;
