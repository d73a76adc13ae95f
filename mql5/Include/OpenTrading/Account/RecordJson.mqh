//+------------------------------------------------------------------+
//| RecordJson.mqh - positions, orders and deals as JSON              |
//+------------------------------------------------------------------+
string PositionJson(const PositionRow &p)
{
   int digits=SymbolDigits(p.symbol);
   int money=MoneyDigits();
   return("{"+LongPair("ticket",p.ticket)+","+LongPair("identifier",p.identifier)+","+TextPair("symbol",p.symbol)+","
          +TextPair("side",SideName(p.side))+","+DecimalPair("volume",p.volume)+","+FixedPair("price",p.price,digits)+","
          +FixedPair("sl",p.sl,digits)+","+FixedPair("tp",p.tp,digits)+","+FixedPair("price_current",p.price_current,digits)+","
          +FixedPair("profit",p.profit,money)+","+FixedPair("swap",p.swap,money)+","+FixedPair("commission",p.commission,money)+","
          +LongPair("magic",p.magic)+","+TextPair("comment",p.comment)+","+TextPair("cid",CidOfPosition(p))+","
          +LongPair("time",p.time)+"}");
}

string OrderJson(const OrderRow &o)
{
   int digits=SymbolDigits(o.symbol);
   return("{"+LongPair("ticket",o.ticket)+","+TextPair("symbol",o.symbol)+","+TextPair("side",SideName(o.side))+","
          +TextPair("type",KindName(o.kind))+","+DecimalPair("volume_initial",o.volume_initial)+","+DecimalPair("volume",o.volume)+","
          +FixedPair("price",o.price,digits)+","+FixedPair("stoplimit",o.stoplimit,digits)+","+FixedPair("sl",o.sl,digits)+","
          +FixedPair("tp",o.tp,digits)+","+LongPair("expiry",o.expiry)+","+LongPair("magic",o.magic)+","
          +TextPair("comment",o.comment)+","+TextPair("cid",CidOfOrder(o))+","+LongPair("time",o.time)+","
          +TextPair("state",o.state)+","+LongPair("time_done",o.time_done)+","+LongPair("position",o.position)+"}");
}

string DealJson(const DealRow &d)
{
   int money=MoneyDigits();
   return("{"+LongPair("deal",d.deal)+","+LongPair("order",d.order)+","+LongPair("position",d.position)+","
          +TextPair("symbol",d.symbol)+","+TextPair("side",SideName(d.side))+","+TextPair("entry",d.entry)+","
          +TextPair("booking",d.booking)+","+DecimalPair("volume",d.volume)+","+FixedPair("price",d.price,SymbolDigits(d.symbol))+","
          +FixedPair("profit",d.profit,money)+","+FixedPair("swap",d.swap,money)+","+FixedPair("commission",d.commission,money)+","
          +TextPair("reason",d.reason)+","+LongPair("magic",d.magic)+","+TextPair("comment",d.comment)+","
          +TextPair("cid",CidOfDeal(d))+","+LongPair("time",d.time)+"}");
}
