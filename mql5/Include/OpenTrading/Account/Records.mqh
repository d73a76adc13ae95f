//+------------------------------------------------------------------+
//| Records.mqh - positions, orders and deals, the same on both       |
//| terminals                                                         |
//+------------------------------------------------------------------+
#define SIDE_BUY  0
#define SIDE_SELL 1

//--- what an order is, apart from its side
enum OrderKind
{
   KIND_MARKET,
   KIND_LIMIT,
   KIND_STOP,
   KIND_STOP_LIMIT,
   KIND_NONE
};

struct PositionRow
{
   long   ticket;
   long   identifier;
   string symbol;
   int    side;
   double volume;
   double price;
   double sl;
   double tp;
   double price_current;
   double profit;
   double swap;
   double commission;
   long   magic;
   string comment;
   long   time;            // UTC milliseconds
};

struct OrderRow
{
   long      ticket;
   string    symbol;
   int       side;
   OrderKind kind;
   double    volume_initial;
   double    volume;        // not yet filled
   double    price;
   double    stoplimit;
   double    sl;
   double    tp;
   long      expiry;        // UTC milliseconds, 0 = good till cancelled
   long      magic;
   string    comment;
   long      time;
   string    state;
   long      time_done;     // 0 while the order lives
   long      position;
};

struct DealRow
{
   long   deal;
   long   order;
   long   position;
   string symbol;
   int    side;
   string entry;            // in, out, inout, out_by, balance
   string booking;          // what money was booked for, "" of a trade
   double volume;
   double price;
   double profit;
   double swap;
   double commission;
   string reason;
   long   magic;
   string comment;
   long   time;
};

string SideName(const int side)
{
   return(side==SIDE_BUY ? "buy" : "sell");
}

string KindName(const OrderKind kind)
{
   if(kind==KIND_LIMIT)
      return("limit");
   if(kind==KIND_STOP)
      return("stop");
   if(kind==KIND_STOP_LIMIT)
      return("stop_limit");
   return("market");
}

OrderKind KindOf(const string name)
{
   if(name=="market")
      return(KIND_MARKET);
   if(name=="limit")
      return(KIND_LIMIT);
   if(name=="stop")
      return(KIND_STOP);
   if(name=="stop_limit")
      return(KIND_STOP_LIMIT);
   return(KIND_NONE);
}
