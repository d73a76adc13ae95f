//+------------------------------------------------------------------+
//| Instance.mqh - which expert on which chart of which terminal      |
//+------------------------------------------------------------------+
string g_instance="";

//--- The same after a restart, so that the host can replace the link a crash left behind; another on every chart.
string InstanceId()
{
   if(g_instance!="")
      return(g_instance);
   string home=StateRead("instance.txt");
   if(home=="")
   {
      home=NewNonce();
      StateWrite("instance.txt",home);
   }
   g_instance=Part(Sha256Hex(home+"|"+IntegerToString((long)ChartID())),0,32);
   return(g_instance);
}
