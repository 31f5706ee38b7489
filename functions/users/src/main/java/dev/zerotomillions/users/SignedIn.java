package dev.zerotomillions.users;

/** A caller's account, and the session by which they reach it. */
record SignedIn(Account account, OpenSession session) {}
