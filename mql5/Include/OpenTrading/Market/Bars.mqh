//+------------------------------------------------------------------+
//| Bars.mqh - op bars: closed bars, oldest first, in pages           |
//+------------------------------------------------------------------+
//--- position of the newest closed bar; the last bar stays number 0 until the next one opens
int NewestClosed(const string symbol,const ENUM_TIMEFRAMES tf)
{
   datetime open=iTime(symbol,tf,0);
   return(open>0 && BarEnd(tf,open)<=ServerNow() ? 0 : 1);
}

//--- position of the first bar that opens at or after this time, -1 when there is none
int PositionFrom(const string symbol,const ENUM_TIMEFRAMES tf,const datetime from)
{
   int total=iBars(symbol,tf);
   if(total<1)
      return(-1);
   if(iTime(symbol,tf,total-1)>=from)
      return(total-1);
   int shift=iBarShift(symbol,tf,from,false);
   if(shift>=0 && iTime(symbol,tf,shift)<from)
      shift--;
   return(shift);
}

string BarRow(const MqlRates &bar,const int digits)
{
   return("["+IntegerToString(ToUtcMs(bar.time))+","+Fixed(bar.open,digits)+","+Fixed(bar.high,digits)+","+Fixed(bar.low,digits)+","
          +Fixed(bar.close,digits)+","+IntegerToString(bar.tick_volume)+","+IntegerToString(bar.spread)+","
          +IntegerToString(bar.real_volume)+"]");
}

struct BarPage
{
   string          symbol;
   string          tf_name;
   ENUM_TIMEFRAMES tf;
   datetime        from;     // server time, 0 = the last ones
   datetime        to;       // server time, 0 = no end
   int             limit;
   string          cursor;
};

//--- false when it was refused
bool ReadBarPage(const long id,const JsonField &fields[],BarPage &page)
{
   string fault="";
   page.symbol=JsonString(fields,"symbol");
   page.tf_name=JsonString(fields,"tf");
   page.tf=TimeframeOf(page.tf_name);
   page.cursor=JsonString(fields,"cursor");
   long from=JsonLong(fields,"from",fault);
   long to=JsonLong(fields,"to",fault);
   long limit=JsonHas(fields,"limit") ? JsonLong(fields,"limit",fault) : OT_PAGE_LIMIT;
   if(page.cursor!="")
      from=IsPlainNumber(page.cursor,true) ? StringToInteger(page.cursor) : -1;
   if(fault!="" || from<0 || to<0 || limit<1 || limit>OT_PAGE_LIMIT)
   {
      ReplyBadRequest(id,StringFormat("from and to are UTC milliseconds, limit 1 to %d, cursor the text of the last answer",OT_PAGE_LIMIT));
      return(false);
   }
   if(page.tf==PERIOD_CURRENT)
   {
      ReplyNotSupported(id,"this terminal has no timeframe "+page.tf_name);
      return(false);
   }
   page.from=from>0 ? ToServer(from+999) : (datetime)0;
   page.to=to>0 ? ToServer(to+999) : (datetime)0;
   page.limit=(int)limit;
   return(HaveSymbol(id,page.symbol));
}

void OpBars(const long id,const JsonField &fields[])
{
   BarPage page;
   if(!ReadBarPage(id,fields,page))
      return;
   string names=TextPair("symbol",page.symbol)+","+TextPair("tf",page.tf_name);
   if(IsDownloading(page.symbol,page.tf,page.from))
   {
      RowsOpen(id,names);
      RowsClose(page.cursor,true);
      return;
   }
   int newest=NewestClosed(page.symbol,page.tf);
   if(page.to>0)
   {
      int end=PositionFrom(page.symbol,page.tf,page.to);
      newest=end<0 ? newest : (int)MaxLong(newest,end+1);
   }
   int oldest=page.from>0 ? PositionFrom(page.symbol,page.tf,page.from) : MinInt(newest+page.limit-1,iBars(page.symbol,page.tf)-1);
   int count=oldest<newest ? 0 : MinInt(page.limit,oldest-newest+1);
   MqlRates bars[];
   int copied=count>0 ? CopyRates(page.symbol,page.tf,oldest-count+1,count,bars) : 0;
   RowsOpen(id,names);
   if(copied<0)
   {
      RowsClose(page.cursor,true);
      return;
   }
   int digits=SymbolDigits(page.symbol);
   datetime last=0;
   for(int i=0; i<copied; i++)
   {
      if((page.from>0 && bars[i].time<page.from) || (page.to>0 && bars[i].time>=page.to))
         continue;
      RowsAdd(BarRow(bars[i],digits));
      last=bars[i].time;
   }
   bool more=oldest-count+1>newest && last>0;
   RowsClose(more ? IntegerToString(ToUtcMs(last)+1000) : "");
}
