//+------------------------------------------------------------------+
//| Flatten.mqh - everything goes: the last resort                    |
//+------------------------------------------------------------------+
#define OT_FLATTEN_POINTS 1000   // getting out matters more than the price

long g_flat_done=0;
long g_flat_failed=0;

//--- deletes every pending order; the counts are in g_flat_done and g_flat_failed
void DeletePendings(const string cid)
{
   g_flat_done=0;
   g_flat_failed=0;
   OrderRow orders[];
   int total=OrdersSelect();
   ArrayResize(orders,total);
   int n=0;
   for(int i=0; i<total; i++)
      if(OrderAt(i,orders[n]))
         n++;
   for(int i=0; i<n; i++)
   {
      if(orders[i].kind==KIND_MARKET)
         continue;
      TradeOrder o;
      FlattenOrder(o,cid);
      o.order=orders[i].ticket;
      Receipt r;
      ReceiptClear(r);
      ExecuteCancel(o,orders[i],r);
      if(r.outcome=="done")
         g_flat_done++;
      else
         g_flat_failed++;
   }
}

void FlattenOrder(TradeOrder &o,const string cid)
{
   ZeroMemory(o);
   o.cid=cid;
   o.op="flatten";
   o.kind=KIND_MARKET;
   o.deviation=OT_FLATTEN_POINTS;
   o.sent_at=UtcNowMs();
}

//--- without a stop before with one, then the larger volume first
bool IsRiskier(const PositionRow &a,const PositionRow &b)
{
   if((a.sl<=0)!=(b.sl<=0))
      return(a.sl<=0);
   return(a.volume>b.volume);
}

void ClosePositions(const string cid)
{
   g_flat_done=0;
   g_flat_failed=0;
   PositionRow open[];
   int total=PositionsSelect();
   ArrayResize(open,total);
   int n=0;
   for(int i=0; i<total; i++)
      if(PositionAt(i,open[n]))
         n++;
   for(int i=0; i<n; i++)
   {
      int worst=i;
      for(int k=i+1; k<n; k++)
         if(IsRiskier(open[k],open[worst]))
            worst=k;
      PositionRow p;
      p=open[worst];
      open[worst]=open[i];
      TradeOrder o;
      FlattenOrder(o,cid);
      o.ticket=p.ticket;
      o.symbol=p.symbol;
      o.side=p.side==SIDE_BUY ? SIDE_SELL : SIDE_BUY;
      o.volume=p.volume;
      o.magic=p.magic;
      Receipt r;
      ReceiptClear(r);
      ExecuteClose(o,p,r);
      if(r.outcome=="done" && SameVolume(r.volume,p.volume))
         g_flat_done++;
      else
         g_flat_failed++;
   }
}

void OpFlatten(const long id,const JsonField &fields[])
{
   TradeOrder o;
   if(!ReadTradeRequest(id,"flatten",fields,o))
      return;
   if(WallRefusesTrading())
   {
      ReplyWall(id,g_wall,g_wall_text);
      return;
   }
   if(!Recorded(id,o))
      return;
   Receipt r;
   ReceiptClear(r);
   DeletePendings(o.cid);
   r.cancelled=g_flat_done;
   r.failed=g_flat_failed;
   ClosePositions(o.cid);
   r.closed=g_flat_done;
   r.failed+=g_flat_failed;
   ReceiptDone(r,0);
   Answer(id,o,r);
}
