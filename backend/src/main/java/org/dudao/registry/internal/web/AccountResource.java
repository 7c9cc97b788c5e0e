package org.dudao.registry.internal.web;

import static org.dudao.kernel.security.Roles.DIRECTOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.UUID;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.kernel.security.Scope;
import org.dudao.kernel.sheet.Downloads;
import org.dudao.kernel.text.Messages;
import org.dudao.kernel.web.ETags;
import org.dudao.registry.internal.AccountDetails;
import org.dudao.registry.internal.AccountFilter;
import org.dudao.registry.internal.AccountQuery;
import org.dudao.registry.internal.AccountRow;
import org.dudao.registry.internal.AccountService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** People, their logins, roles and scopes, kept by the director. */
@Path("/api/v1/accounts")
@RolesAllowed(DIRECTOR)
@Tag(name = "accounts")
public class AccountResource {
    /** @param subject the provider's {@code sub}; needed only where logins are not managed here */
    public record AccountRequest(
            @NotBlank @Pattern(regexp = "[a-zA-Z0-9][a-zA-Z0-9._-]{2,39}") String username,
            @Size(max = 200) String subject,
            @Valid @NotNull AccountDetails details) {}

    /** @param managed whether logins are created, disabled and reset here */
    public record Provider(boolean managed) {}

    @Inject
    AccountService service;

    @Inject
    AccountQuery query;

    @Inject
    CurrentUser user;

    @GET
    @Operation(operationId = "listAccounts", summary = "Accounts of the director's region")
    public Page<AccountRow> list(@BeanParam @Valid AccountFilter filter) {
        return query.page(user.scope(), filter);
    }

    @GET
    @Path("/export")
    @Produces(Downloads.XLSX)
    @Operation(operationId = "exportAccounts", summary = "The filtered list as xlsx, phone numbers masked")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = Downloads.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response export(@BeanParam @Valid AccountFilter filter, @Context HttpHeaders headers) {
        Scope scope = user.scope();
        Locale locale = Messages.language(headers.getAcceptableLanguages());
        return Downloads.attachment(
                Messages.text(locale, "registry.export.accounts") + ".xlsx",
                Downloads.XLSX,
                out -> query.export(out, locale, scope, filter));
    }

    @GET
    @Path("/provider")
    @Operation(operationId = "getAccountProvider", summary = "Whether logins are managed here")
    public Provider provider() {
        return new Provider(service.managed());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getAccount", summary = "One account, with the whole phone number; the look is logged")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AccountRow.class)))
    public Response get(@PathParam("id") UUID id) {
        AccountRow account = service.get(id);
        return ETags.ok(account, account.version());
    }

    @POST
    @Operation(
            operationId = "createAccount",
            summary = "Create a person with a login; the first password is shown once")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AccountService.Created.class)))
    public Response create(@Valid @NotNull AccountRequest request) {
        AccountService.Created created = service.create(request.username(), request.subject(), request.details());
        return ETags.created(
                "/api/v1/accounts/" + created.account().id(),
                created,
                created.account().version());
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "updateAccount", summary = "Change a person, their role or their scope")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AccountRow.class)))
    public Response update(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull AccountDetails details) {
        service.update(id, ifMatch, details);
        return get(id);
    }

    @POST
    @Path("/{id}/disable")
    @Operation(operationId = "disableAccount", summary = "End an account's access at once")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AccountRow.class)))
    public Response disable(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        service.setEnabled(id, ifMatch, false);
        return get(id);
    }

    @POST
    @Path("/{id}/enable")
    @Operation(operationId = "enableAccount", summary = "Give access back")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AccountRow.class)))
    public Response enable(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        service.setEnabled(id, ifMatch, true);
        return get(id);
    }

    @POST
    @Path("/{id}/reset-password")
    @Operation(operationId = "resetPassword", summary = "Set a new first password, shown once")
    public AccountService.Created reset(@PathParam("id") UUID id) {
        return service.resetPassword(id);
    }
}
