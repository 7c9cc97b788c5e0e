package org.dudao.kernel.notify;

import java.io.IOException;

/** Sends one message by one channel. */
interface ChannelSender {
    /**
     * What is sent.
     *
     * @param address e-mail address, or mobile number for a webhook
     * @param link where in the application it leads
     */
    record Letter(String address, String title, String body, String link) {}

    Channel channel();

    /** Whether the operator has set the channel up. */
    boolean configured();

    /** @throws IOException when it was not taken; worth trying again */
    void send(Letter letter) throws IOException;
}
