package com.nexnum.query.stream;

import com.nexnum.query.platform.Changes;
import org.springframework.stereotype.Component;

/** What every stream draws on. */
@Component
record NewsSource(Feed feed, Changes changes, StreamSettings settings) {}
