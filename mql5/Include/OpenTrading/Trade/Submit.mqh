//+------------------------------------------------------------------+
//| Submit.mqh - the one way of a trading request: checks, journal,   |
//| broker, journal, answer                                           |
//+------------------------------------------------------------------+
//--- reads and checks what all trading requests share; false when it was answered already
bool ReadTradeRequest(const long id,const string op,const JsonField &fields[],TradeOrder &o)
{
   string fault="";
   ReadOrder(op,fields,o,fault);
   if(!IsCid(o.cid))
   {
      ReplyRefused(id,"BAD_CID","a cid is 16 characters 0-9 a-z");
      return(false);
   }
   if(fault!="" || HasNegative(o))
   {
      ReplyBadRequest(id,fault!="" ? "not a plain number: "+fault : "no number of an order is negative");
      return(false);
   }
   return(!SeenBefore(id,o));
}

//--- Is the request as young as it must be? The beat says what the host had seen when it decided.
bool IsFresh(const long id,const JsonField &fields[])
{
   string fault="";
   long beat=JsonLong(fields,"beat",fault);
   if(fault!="" || !JsonHas(fields,"beat") || beat<0)
   {
      ReplyBadRequest(id,"a trading request needs beat");
      return(false);
   }
   // a host that counts its own heartbeats and not those it heard answered would never be stale
   if(beat>g_beat)
   {
      ReplyBadRequest(id,StringFormat("heartbeat %I64d has not come, the last was %I64d",beat,g_beat));
      return(false);
   }
   if(g_beat-beat>=2)
   {
      ReplyRefused(id,"STALE_REQUEST",StringFormat("decided at heartbeat %I64d, now is %I64d",beat,g_beat));
      return(false);
   }
   return(true);
}

//--- false when the request has an expiry the server's clock cannot be asked to keep; answers it
bool CanExpire(const long id,const TradeOrder &o)
{
   if(o.expiry==0 || IsServerTimeKnown())
      return(true);
   ReplyFailed(id,"PRICE_OFF",NativePriceOff(),"the server's time is not known before the first tick",true);
   return(false);
}

//--- false when the journal cannot take it: then nothing is sent
bool Recorded(const long id,const TradeOrder &o)
{
   if(g_journal_file!=INVALID_HANDLE && JournalIntent(o))
      return(true);
   ReplyWall(id,"journal","the order journal cannot be written: "+g_journal_fault);
   return(false);
}

void Answer(const long id,const TradeOrder &o,const Receipt &r)
{
   JournalResult(o.cid,r);
   ReplyReceipt(id,o.op,o.cid,o.symbol,r,false);
   WatchAsk();
}
