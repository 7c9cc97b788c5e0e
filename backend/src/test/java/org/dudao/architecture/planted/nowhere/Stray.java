package org.dudao.architecture.planted.nowhere;

/** In a package that is no module. */
public class Stray {}
