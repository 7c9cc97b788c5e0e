package org.dudao.kernel.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** E-mail by SMTP, a connection for each letter; set up by {@code DUDAO_SMTP_HOST} and its neighbours. */
@ApplicationScoped
class MailSender implements ChannelSender {
    private static final String PATIENCE_MS = "20000";
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    /** Whether the connection is encrypted after it was opened in the clear. */
    enum StartTls {
        DISABLED,
        OPTIONAL,
        REQUIRED
    }

    @ConfigProperty(name = "dudao.mail.host")
    Optional<String> host;

    @ConfigProperty(name = "dudao.mail.port")
    int port;

    @ConfigProperty(name = "dudao.mail.username")
    Optional<String> username;

    @ConfigProperty(name = "dudao.mail.password")
    Optional<String> password;

    @ConfigProperty(name = "dudao.mail.from")
    String from;

    @ConfigProperty(name = "dudao.mail.start-tls")
    StartTls startTls;

    @ConfigProperty(name = "dudao.mail.tls")
    boolean tls;

    @Inject
    Clock clock;

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
            MimeMessage mail = new MimeMessage(Session.getInstance(properties()));
            mail.setFrom(new InternetAddress(from, true));
            mail.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.address(), true));
            mail.setSubject(letter.title().replaceAll("\\s+", " "), UTF_8);
            mail.setText(letter.body() + "\n\n" + letter.link() + "\n", UTF_8);
            mail.setSentDate(Date.from(clock.instant()));
            if (username.isPresent()) {
                Transport.send(mail, username.get(), password.orElse(""));
            } else {
                Transport.send(mail);
            }
        } catch (MessagingException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private Properties properties() {
        Properties p = new Properties();
        p.setProperty("mail.smtp.host", host.orElseThrow());
        p.setProperty("mail.smtp.port", String.valueOf(port));
        p.setProperty("mail.smtp.auth", String.valueOf(username.isPresent()));
        p.setProperty("mail.smtp.ssl.enable", String.valueOf(tls));
        p.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        p.setProperty("mail.smtp.starttls.enable", String.valueOf(startTls != StartTls.DISABLED));
        p.setProperty("mail.smtp.starttls.required", String.valueOf(startTls == StartTls.REQUIRED));
        p.setProperty("mail.smtp.connectiontimeout", PATIENCE_MS);
        p.setProperty("mail.smtp.timeout", PATIENCE_MS);
        p.setProperty("mail.smtp.writetimeout", PATIENCE_MS);
        return p;
    }
}
