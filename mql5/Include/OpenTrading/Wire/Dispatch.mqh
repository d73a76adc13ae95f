//+------------------------------------------------------------------+
//| Dispatch.mqh - one line to the function that answers it           |
//+------------------------------------------------------------------+
//--- reading; false when the name is none of these
bool DispatchRead(const long id,const string op,const JsonField &fields[])
{
   if(op=="ping")
      OpPing(id,fields);
   else if(op=="terminal")
      OpTerminal(id);
   else if(op=="account")
      OpAccount(id);
   else if(op=="symbols")
      OpSymbols(id,fields);
   else if(op=="symbol")
      OpSymbol(id,fields);
   else if(op=="quote")
      OpQuote(id,fields);
   else if(op=="subscribe")
      OpSubscribe(id,fields);
   else if(op=="bars")
      OpBars(id,fields);
   else if(op=="ticks")
      OpTicks(id,fields);
   else if(op=="depth")
      OpDepth(id,fields);
   else if(op=="positions")
      OpPositions(id);
   else if(op=="orders")
      OpOrders(id);
   else if(op=="deals")
      OpDeals(id,fields);
   else if(op=="history_orders")
      OpHistoryOrders(id,fields);
   else if(op=="calendar")
      OpCalendar(id,fields);
   else if(op=="margin")
      OpMargin(id,fields);
   else
      return(false);
   return(true);
}

//--- trading and its guards; false when the name is none of these
bool DispatchTrade(const long id,const string op,const JsonField &fields[])
{
   if(op=="send")
      OpSend(id,fields);
   else if(op=="modify")
      OpModify(id,fields);
   else if(op=="close")
      OpClose(id,fields);
   else if(op=="cancel")
      OpCancel(id,fields);
   else if(op=="flatten")
      OpFlatten(id,fields);
   else if(op=="outcome")
      OpOutcome(id,fields);
   else if(op=="latch")
      OpLatch(id,fields);
   else if(op=="rearm")
      OpRearm(id,fields);
   else if(op=="limits")
      OpLimits(id,fields);
   else
      return(false);
   return(true);
}

void HandleRequest(const JsonField &fields[])
{
   string fault="";
   string op=JsonString(fields,"op");
   long id=JsonLong(fields,"id",fault);
   if(fault!="" || !JsonHas(fields,"id") || op=="")
      ReplyBadRequest(id,"a request needs a whole number id and a text op");
   else if(!DispatchRead(id,op,fields) && !DispatchTrade(id,op,fields))
      ReplyRefused(id,"UNKNOWN_OP","this expert has no op "+op);
}

void HandleMessage(const string type,const JsonField &fields[])
{
   if(type=="challenge")
      OnChallenge(fields);
   else if(type=="welcome")
      OnWelcome(fields);
   else if(type=="refuse")
      OnRefuse(fields);
   else
      LinkLeave("protocol","a message of unknown type "+type,0);
}

void HandleLine(const string line)
{
   JsonField fields[];
   if(!JsonParse(line,fields))
   {
      LinkLeave("bad_line","a line is not a flat object: "+g_json_fault,0);
      return;
   }
   g_link_heard=NowMs();
   // op decides: a request to send has a type, too, the order's
   if(!JsonHas(fields,"op") && !JsonHas(fields,"id"))
      HandleMessage(JsonString(fields,"type"),fields);
   else if(g_link_state!=LINK_READY)
      LinkLeave("protocol","a request before the welcome",0);
   else
      HandleRequest(fields);
}
