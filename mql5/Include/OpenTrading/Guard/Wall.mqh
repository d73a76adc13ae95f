//+------------------------------------------------------------------+
//| Wall.mqh - what the expert refuses, whoever asks                  |
//+------------------------------------------------------------------+
//--- Names of the walls: allow_trading, login, gate, dead_man, latch, symbols, magic, sl_required, max_lots,
//--- max_open_lots, orders_per_minute, daily_loss, journal.
string g_wall="";        // the wall that refused
string g_wall_text="";

bool WallRefuses(const string wall,const string text)
{
   g_wall=wall;
   g_wall_text=text;
   return(true);
}

//--- for every request that trades, closing ones too
bool WallRefusesTrading()
{
   if(!AllowTrading)
      return(WallRefuses("allow_trading","AllowTrading is off in the expert's inputs"));
   if(!IsRightAccount())
      return(WallRefuses("login",StringFormat("the expert may trade on account %I64d only",AccountLogin)));
   string gate=ClosedGate();
   if(gate!="")
      return(WallRefuses("gate",gate));
   return(false);
}

//--- for whatever raises risk: entries, wider or removed stops, changed pendings
bool WallRefusesRisk()
{
   if(g_latch_level>0)
      return(WallRefuses("latch",StringFormat("entries are latched at level %d; the operator re-arms",g_latch_level)));
   if(!LeaseHolds())
      return(WallRefuses("dead_man",StringFormat("no heartbeat of the host for %I64d ms",LeaseAgeMs())));
   if(g_limits.daily_loss>0)
   {
      double loss=DayLoss();
      if(loss>=g_limits.daily_loss)
         return(WallRefuses("daily_loss",StringFormat("the day lost %.2f, limit < %.2f; wait for the next server day",loss,g_limits.daily_loss)));
   }
   return(false);
}

double OpenLots()
{
   double lots=0;
   int total=PositionsSelect();
   for(int i=0; i<total; i++)
   {
      PositionRow position;
      if(PositionAt(i,position))
         lots+=position.volume;
   }
   total=OrdersSelect();
   for(int i=0; i<total; i++)
   {
      OrderRow order;
      if(OrderAt(i,order))
         lots+=order.volume;
   }
   return(lots);
}

//--- for entries
bool WallRefusesEntry(const TradeOrder &order)
{
   if(AllowedSymbols!="" && !ListHolds(AllowedSymbols,order.symbol))
      return(WallRefuses("symbols",order.symbol+" is not among the symbols the expert may trade"));
   if(MagicNumber!=0 && order.magic!=MagicNumber)
      return(WallRefuses("magic",StringFormat("magic %I64d, the expert takes %I64d only",order.magic,MagicNumber)));
   if(WallRefusesRisk())
      return(true);
   if(StopLossRequired && order.sl<=0.0)
      return(WallRefuses("sl_required","an entry needs a stop loss"));
   if(g_limits.max_lots>0 && order.volume>g_limits.max_lots+OT_VOLUME_GRAIN)
      return(WallRefuses("max_lots","volume "+Decimal(order.volume)+", limit "+Decimal(g_limits.max_lots)));
   double lots=OpenLots()+order.volume;
   if(g_limits.max_open_lots>0 && lots>g_limits.max_open_lots+OT_VOLUME_GRAIN)
      return(WallRefuses("max_open_lots","open and pending would be "+Decimal(lots)+" lots, limit "+Decimal(g_limits.max_open_lots)));
   if(g_limits.max_orders_per_minute>0 && OrdersInLastMinute()+1>g_limits.max_orders_per_minute)
      return(WallRefuses("orders_per_minute",StringFormat("%d entries in the last minute",OrdersInLastMinute())));
   return(false);
}
