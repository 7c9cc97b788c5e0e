package org.dudao.kernel.notify;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** E-mail by SMTP; set up by {@code DUDAO_SMTP_HOST} and its neighbours. */
@ApplicationScoped
class MailSender implements ChannelSender {
    @Inject
    Mailer mailer;

    @ConfigProperty(name = "dudao.mail.host")
    Optional<String> host;

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public boolean configured() {
        return host.filter(h -> !h.isBlank()).isPresent();
    }

    @Override
    public void send(Letter letter) throws IOException {
        try {
            mailer.send(Mail.withText(letter.address(), letter.title(), letter.body() + "\n\n" + letter.link() + "\n"));
        } catch (RuntimeException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
