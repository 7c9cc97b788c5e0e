package org.dudao.kernel.notify;

import java.time.LocalDate;
import java.util.List;
import org.dudao.kernel.security.Account;

/** What waits for a person in a module, for the daily digest. */
public interface WaitingSource {
    /**
     * One thing to do.
     *
     * @param text in Chinese
     * @param textEn in English
     * @param dueOn last day; null when there is none
     */
    record Item(String text, String textEn, LocalDate dueOn, boolean overdue) {}

    List<Item> waitingFor(Account account);
}
