//+------------------------------------------------------------------+
//| Subscriptions.mqh - op subscribe: what the host wants to hear     |
//+------------------------------------------------------------------+
struct TickFeed
{
   string symbol;
   long   time;      // server milliseconds of the last tick given
   long   skip;      // ticks of exactly this time already given
   double bid;       // last given, where ticks are sampled
   double ask;
};

struct BarFeed
{
   string          symbol;
   string          tf_name;
   ENUM_TIMEFRAMES tf;
   datetime        open;    // open time of the forming bar
};

TickFeed g_tick_feeds[];
BarFeed  g_bar_feeds[];

//--- replaces the set; symbols the broker does not have land in unknown
void SubscribeTicks(const string list,string &unknown)
{
   string symbols[];
   int total=SplitList(list,symbols);
   TickFeed feeds[];
   for(int i=0; i<total; i++)
   {
      if(!KnowSymbol(symbols[i]) || !SymbolSelect(symbols[i],true))
      {
         unknown=AddToList(unknown,symbols[i]);
         continue;
      }
      int n=ArraySize(feeds);
      ArrayResize(feeds,n+1,32);
      feeds[n].symbol=symbols[i];
      feeds[n].time=0;
      feeds[n].skip=0;
      feeds[n].bid=0;
      feeds[n].ask=0;
      for(int k=0; k<ArraySize(g_tick_feeds); k++)
         if(g_tick_feeds[k].symbol==symbols[i])
            feeds[n]=g_tick_feeds[k];
      if(feeds[n].time==0)
         TickFeedStart(feeds[n]);
   }
   ArrayResize(g_tick_feeds,ArraySize(feeds));
   for(int i=0; i<ArraySize(feeds); i++)
      g_tick_feeds[i]=feeds[i];
}

void SubscribeBars(const string list,string &unknown)
{
   string items[];
   int total=SplitList(list,items);
   ArrayResize(g_bar_feeds,0,32);
   for(int i=0; i<total; i++)
   {
      // a symbol's name may hold a colon, a timeframe's never
      int colon=StringLen(items[i])-1;
      while(colon>0 && StringGetCharacter(items[i],colon)!=':')
         colon--;
      string symbol=Part(items[i],0,colon);
      string name=StringSubstr(items[i],colon+1);
      ENUM_TIMEFRAMES tf=TimeframeOf(name);
      if(symbol=="" || tf==PERIOD_CURRENT || !KnowSymbol(symbol) || !SymbolSelect(symbol,true))
      {
         unknown=AddToList(unknown,items[i]);
         continue;
      }
      int n=ArraySize(g_bar_feeds);
      ArrayResize(g_bar_feeds,n+1,32);
      g_bar_feeds[n].symbol=symbol;
      g_bar_feeds[n].tf_name=name;
      g_bar_feeds[n].tf=tf;
      g_bar_feeds[n].open=iTime(symbol,tf,0);
   }
}

void OpSubscribe(const long id,const JsonField &fields[])
{
   string unknown="";
   SubscribeTicks(JsonString(fields,"symbols"),unknown);
   SubscribeBars(JsonString(fields,"bars"),unknown);
   string symbols="";
   string bars="";
   for(int i=0; i<ArraySize(g_tick_feeds); i++)
      symbols=AddToList(symbols,g_tick_feeds[i].symbol);
   for(int i=0; i<ArraySize(g_bar_feeds); i++)
      bars=AddToList(bars,g_bar_feeds[i].symbol+":"+g_bar_feeds[i].tf_name);
   ReplyOk(id,TextPair("symbols",symbols)+","+TextPair("bars",bars)+","+TextPair("unknown",unknown));
}
