package org.dudao.zone.internal.web;

import static org.dudao.kernel.security.Roles.*;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.zone.internal.phone.FieldKeys;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The key a person's work is locked with on a phone. */
@Path("/api/v1/zone/field-key")
@Tag(name = "zone")
public class FieldKeyResource {
    /**
     * Whose work it locks, and with what.
     *
     * @param subject the person, as the identity provider names them
     * @param key AES-256, base64
     */
    public record FieldKeyResponse(String subject, String displayName, byte[] key) {}

    @Inject
    FieldKeys keys;

    @Inject
    CurrentUser user;

    @POST
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR})
    @Operation(
            operationId = "giveFieldKey",
            summary = "The caller's own key for work kept on a phone; the same every time")
    public FieldKeyResponse give() {
        Account by = user.account();
        return new FieldKeyResponse(by.subject(), by.displayName(), keys.own(by));
    }
}
