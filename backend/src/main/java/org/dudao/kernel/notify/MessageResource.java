package org.dudao.kernel.notify;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.dudao.kernel.notify.MessageStore.Delivery;
import org.dudao.kernel.notify.MessageStore.Message;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.page.PageRequest;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.kernel.text.Messages;
import org.dudao.kernel.web.ETags;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's own messages, how they want to be told, and what became of what was sent. */
@Path("/api/v1/messages")
@Authenticated
@Tag(name = "messages")
public class MessageResource {
    /** What a list of messages can be narrowed by. */
    public static class Filter extends PageRequest {
        @QueryParam("unread")
        public boolean unread;
    }

    /** How many messages the caller has not read. */
    @Schema(name = "UnreadMessages")
    public record Unread(long count) {}

    @Inject
    MessageStore messages;

    @Inject
    SettingsService settings;

    @Inject
    CurrentUser user;

    @GET
    @Operation(operationId = "listMessages", summary = "The caller's messages, newest first")
    public Page<Message> list(@BeanParam @Valid Filter filter) {
        return messages.page(subject(), filter.unread, filter);
    }

    @GET
    @Path("/unread")
    @Operation(operationId = "countUnreadMessages", summary = "How many are unread")
    public Unread unread() {
        return new Unread(messages.unread(subject()));
    }

    @POST
    @Path("/{id}/read")
    @Operation(operationId = "readMessage", summary = "Mark one as read")
    public Unread read(@PathParam("id") UUID id) {
        messages.markRead(subject(), id);
        return unread();
    }

    @POST
    @Path("/read-all")
    @Operation(operationId = "readAllMessages", summary = "Mark all as read")
    public Unread readAll() {
        messages.markAllRead(subject());
        return unread();
    }

    @GET
    @Path("/settings")
    @Operation(
            operationId = "getMessageSettings",
            summary = "By which channels the caller is told of what, and when not")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SettingsView.class)))
    public Response settings(@Context HttpHeaders headers) {
        SettingsView view = settings.get(user.account(), Messages.language(headers.getAcceptableLanguages()));
        return ETags.ok(view, view.version());
    }

    @PUT
    @Path("/settings")
    @Operation(
            operationId = "changeMessageSettings",
            summary = "Choose channels, quiet hours and the time of the digest")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SettingsView.class)))
    public Response change(
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull SettingsRequest request,
            @Context HttpHeaders headers) {
        settings.change(ifMatch, request, user.account());
        return settings(headers);
    }

    @POST
    @Path("/settings/trial")
    @Operation(operationId = "sendTrialMessage", summary = "Send a trial by every channel that reaches the caller")
    public List<Delivery> trial() {
        settings.trial(user.account());
        return messages.deliveries(subject());
    }

    @GET
    @Path("/deliveries")
    @Operation(operationId = "listDeliveries", summary = "The caller's newest deliveries and what became of them")
    public List<Delivery> deliveries() {
        return messages.deliveries(subject());
    }

    @POST
    @Path("/deliveries/{id}/retry")
    @Operation(operationId = "retryDelivery", summary = "Try one again now")
    public List<Delivery> retry(@PathParam("id") UUID id) {
        messages.retry(subject(), id);
        return messages.deliveries(subject());
    }

    private String subject() {
        return user.account().subject();
    }
}
