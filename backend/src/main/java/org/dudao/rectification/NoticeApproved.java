package org.dudao.rectification;

/** A notice was approved and numbered. Fired in the transaction of the approval. */
public record NoticeApproved(NoticeFacts notice) {}
