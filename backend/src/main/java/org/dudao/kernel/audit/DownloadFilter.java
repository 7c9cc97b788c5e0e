package org.dudao.kernel.audit;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.dudao.kernel.security.CurrentUser;

/** Every answer that a browser saves as a file is written down once, whichever module sends it: by the module if it does, else here. */
@Provider
public class DownloadFilter implements ContainerResponseFilter {
    private static final int ERRORS = 300;
    private static final String ENCODED = "filename*=UTF-8''";

    @Inject
    DownloadTrail trail;

    @Inject
    DownloadMark mark;

    @Inject
    Instance<SecurityIdentity> identity;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String disposition = response.getHeaderString(HttpHeaders.CONTENT_DISPOSITION);
        if (disposition == null || !disposition.startsWith("attachment") || response.getStatus() >= ERRORS) {
            return;
        }
        if (mark.written()) {
            return;
        }
        SecurityIdentity caller = identity.get();
        trail.sent(
                request.getUriInfo().getPath(),
                name(disposition),
                request.getUriInfo().getRequestUri().getQuery(),
                caller.isAnonymous() ? null : CurrentUser.accountOf(caller));
    }

    /** The name an attachment is saved under (RFC 5987). */
    private static String name(String disposition) {
        int at = disposition.indexOf(ENCODED);
        return at < 0 ? null : URLDecoder.decode(disposition.substring(at + ENCODED.length()), StandardCharsets.UTF_8);
    }
}
