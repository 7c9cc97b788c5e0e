package org.dudao.rectification;

import java.time.LocalDate;
import java.util.UUID;

/** The unit signed for a notice. Fired in the transaction of the receipt. */
public record NoticeServed(UUID noticeId, LocalDate on, String receiverName) {}
