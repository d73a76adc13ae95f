//+------------------------------------------------------------------+
//| Close.mqh - op close: a position, whole or in part                |
//+------------------------------------------------------------------+
void OpClose(const long id,const JsonField &fields[])
{
   TradeOrder o;
   if(!ReadTradeRequest(id,"close",fields,o) || !IsFresh(id,fields))
      return;
   PositionRow p;
   if(o.ticket<=0)
   {
      ReplyBadRequest(id,"close needs ticket");
      return;
   }
   if(!PositionByTicket(o.ticket,p))
   {
      ReplyFailed(id,"POSITION_CLOSED",NativePositionClosed(),StringFormat("there is no position %I64d",o.ticket),false);
      return;
   }
   if(o.has_volume && (o.volume<=0 || o.volume>p.volume+OT_VOLUME_GRAIN))
   {
      ReplyFailed(id,"INVALID_CLOSE_VOLUME",NativeCloseVolume(),"the position has "+Decimal(p.volume)+" lots",false);
      return;
   }
   o.symbol=p.symbol;
   o.side=p.side==SIDE_BUY ? SIDE_SELL : SIDE_BUY;
   o.kind=KIND_MARKET;
   o.magic=p.magic;
   if(!o.has_volume)
      o.volume=p.volume;
   if(WallRefusesTrading())
   {
      ReplyWall(id,g_wall,g_wall_text);
      return;
   }
   if(!Recorded(id,o))
      return;
   Receipt r;
   ReceiptClear(r);
   ExecuteClose(o,p,r);
   if(r.outcome=="done" && p.volume-r.volume>OT_VOLUME_GRAIN)
   {
      r.has_left=true;
      r.volume_left=NormalizeDouble(p.volume-r.volume,8);
   }
   Answer(id,o,r);
}
