//+------------------------------------------------------------------+
//| Send.mqh - op send: a new order                                   |
//+------------------------------------------------------------------+
bool SendIsComplete(const long id,const JsonField &fields[],const TradeOrder &o)
{
   string side=JsonString(fields,"side");
   string fault="";
   if(side!="buy" && side!="sell")
      fault="side is buy or sell";
   else if(o.kind==KIND_NONE)
      fault="type is market, limit, stop or stop_limit";
   else if(o.volume<=0)
      fault="volume must be above 0";
   else if(o.kind!=KIND_MARKET && o.price<=0)
      fault="a pending order needs price";
   else if(o.kind==KIND_STOP_LIMIT && o.stoplimit<=0)
      fault="a stop_limit order needs stoplimit";
   else if(o.kind==KIND_MARKET && o.expiry>0)
      fault="a market order has no expiry";
   if(fault=="")
      return(true);
   ReplyBadRequest(id,fault);
   return(false);
}

//--- a market order against a netted position that it at most closes opens nothing
bool Enlarges(const TradeOrder &o)
{
   if(o.kind!=KIND_MARKET || !IsNetting())
      return(true);
   int total=PositionsSelect();
   for(int i=0; i<total; i++)
   {
      PositionRow p;
      if(PositionAt(i,p) && p.symbol==o.symbol)
         return(p.side==o.side || o.volume>p.volume+OT_VOLUME_GRAIN);
   }
   return(true);
}

bool SpreadAllows(const long id,const TradeOrder &o)
{
   long spread=SpreadPoints(o.symbol);
   if(o.max_spread<=0 || (spread>=0 && spread<=o.max_spread))
      return(true);
   ReplyRefused(id,"SPREAD",spread<0 ? "no quote to measure the spread with"
                : StringFormat("the spread is %I64d points, limit %I64d",spread,o.max_spread),true);
   return(false);
}

void OpSend(const long id,const JsonField &fields[])
{
   TradeOrder o;
   if(!ReadTradeRequest(id,"send",fields,o) || !SendIsComplete(id,fields,o) || !IsFresh(id,fields))
      return;
   if(!KnowSymbol(o.symbol))
   {
      ReplyRefused(id,"SYMBOL_UNKNOWN","the broker has no symbol "+o.symbol);
      return;
   }
   if(!KindIsSupported(o.kind))
   {
      ReplyNotSupported(id,"this terminal has no "+KindName(o.kind)+" orders");
      return;
   }
   if(!MagicFits(o.magic))
   {
      ReplyBadRequest(id,"this terminal keeps 32 bits of a magic number");
      return;
   }
   bool enlarges=Enlarges(o);
   if(WallRefusesTrading() || (enlarges && WallRefusesEntry(o)))
   {
      ReplyWall(id,g_wall,g_wall_text);
      return;
   }
   if(!CanExpire(id,o) || !SpreadAllows(id,o) || !Recorded(id,o))
      return;
   if(enlarges)
      CountOrder();
   Receipt r;
   ReceiptClear(r);
   ExecuteSend(o,r);
   Answer(id,o,r);
}
