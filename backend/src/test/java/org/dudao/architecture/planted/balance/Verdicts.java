package org.dudao.architecture.planted.balance;

/** A façade its siblings must not import. */
public class Verdicts {}
