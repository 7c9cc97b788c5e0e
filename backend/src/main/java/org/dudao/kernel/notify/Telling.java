package org.dudao.kernel.notify;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * What is to be told, to whom.
 *
 * @param kind a {@link MessageKind}'s code
 * @param recipients subjects of accounts; who has none is not told
 * @param subjectType kind of thing it is about, e.g. {@code finding}
 * @param subjectId its id
 * @param dueOn last day to do what is asked; null when nothing is
 * @param onceKey the same key is told to the same person once, however often it is said; null tells every time
 * @param args of the kind's text; personal data of children has no place here
 */
public record Telling(
        String kind,
        Collection<String> recipients,
        String subjectType,
        String subjectId,
        LocalDate dueOn,
        String onceKey,
        List<String> args) {}
