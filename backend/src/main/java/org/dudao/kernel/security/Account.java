package org.dudao.kernel.security;

import java.util.UUID;

/**
 * Who a token's subject is to Dudao. The token proves identity; role and scope come from here, for every provider
 * alike (ADR 0002).
 *
 * @param id account id
 * @param subject the provider's {@code sub}
 * @param username login name, as shown
 * @param displayName the person's name
 * @param role one of {@link Roles}
 * @param scope what the account may see
 */
public record Account(UUID id, String subject, String username, String displayName, String role, Scope scope) {}
