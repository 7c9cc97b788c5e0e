package org.dudao.rectification.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.function.Consumer;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.sql.Where;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Notices as they are listed: in the caller's scope, filtered, sorted, paged, or all of them for a sheet. */
@ApplicationScoped
public class NoticeList {
    private static final String ORDER = "n.drafted_at desc, n.id";
    private static final Map<String, String> SORTABLE = Map.of(
            "title", "n.title collate \"zh-Hans-CN-x-icu\"",
            "number",
                    "lpad(coalesce(n.document_year, 0)::text, 4, '0') || lpad(coalesce(n.document_no, 0)::text, 9, '0')",
            "unit", "n.unit_name collate \"zh-Hans-CN-x-icu\"",
            "state", "array_position(array['DRAFT', 'SUBMITTED', 'APPROVED', 'SERVED', 'WITHDRAWN'], n.state)",
            "draftedAt", "n.drafted_at",
            "issuedOn", "n.issued_on",
            "servedOn", "n.served_on");

    @Inject
    Jdbi jdbi;

    @Transactional
    public Page<Notice> page(NoticeFilter filter, Account by) {
        Where where = filter.narrow(NoticeStore.scope(by));
        return jdbi.withHandle(h -> new Page<>(
                bind(
                                h,
                                NoticeStore.SELECT
                                        + where.sql()
                                        + filter.orderBy(SORTABLE, ORDER)
                                        + " limit :limit offset :offset",
                                where)
                        .bind("limit", filter.size)
                        .bind("offset", filter.offset())
                        .map((r, c) -> NoticeStore.read(r))
                        .list(),
                filter.page,
                filter.size,
                bind(h, "select count(*)" + NoticeStore.FROM + where.sql(), where)
                        .mapTo(long.class)
                        .one()));
    }

    @Transactional
    public void forEach(NoticeFilter filter, Account by, Consumer<Notice> consumer) {
        Where where = filter.narrow(NoticeStore.scope(by));
        jdbi.useHandle(h -> bind(h, NoticeStore.SELECT + where.sql() + filter.orderBy(SORTABLE, ORDER), where)
                .setFetchSize(500)
                .map((r, c) -> NoticeStore.read(r))
                .useStream(s -> s.forEach(consumer)));
    }

    private static Query bind(Handle h, String sql, Where where) {
        return h.createQuery(sql).bindMap(where.bindings());
    }
}
