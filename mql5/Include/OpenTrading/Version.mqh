//+------------------------------------------------------------------+
//| Version.mqh - what this expert speaks, and the sizes it keeps to  |
//+------------------------------------------------------------------+
#define OT_EA_VERSION   "1.0.0"
#define OT_PROTO        1
#define OT_LINE_LIMIT   1048576      // bytes of one line, its line feed included
#define OT_CHUNK        65536        // bytes handed to the transport at once
#define OT_OUTBOX_LIMIT 16777216     // bytes a host may leave unread before the link is dropped
#define OT_PAGE_LIMIT   5000         // rows of bars and ticks in one answer
#define OT_RECORD_LIMIT 1000         // rows of deals, orders, symbols and events in one answer
#define OT_FOLDER       "OpenTrading"
#define OT_COMMENT_TAG  "ot"         // the order comment is this and the cid, nothing else
#define OT_CID_LENGTH   16
