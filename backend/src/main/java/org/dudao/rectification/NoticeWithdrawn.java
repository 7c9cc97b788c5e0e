package org.dudao.rectification;

import java.time.LocalDate;
import java.util.UUID;

/** An approved notice was taken back. Fired in the transaction of the withdrawal. */
public record NoticeWithdrawn(UUID noticeId, LocalDate on, String reason) {}
