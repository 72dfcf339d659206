# Las fechas de una persona, en un archivo que su calendario lee.
dates-file = Aquí tienes un archivo con { $count ->
    [one] tu próxima fecha, tal como está prevista
   *[other] tus próximas { $count } fechas, tal como están previstas
  } ahora. Ábrelo para { $count ->
    [one] añadirla
   *[other] añadirlas
  } a tu calendario. Si algo cambia, pide otro.
dates-file-none-ahead = No hay nada previsto para ti en este momento. Abre este archivo para quitar de tu calendario lo que ya no viene.
dates-talk = Abre este archivo para añadir la charla a tu calendario.
dates-none = No hay ningún seguimiento, fecha límite ni charla previstos para ti en este momento. No tienes que hacer nada.
dates-in-words = No puedo darte un archivo en este espacio de trabajo de Slack. Estas son tus próximas fechas:
dates-line = { $when } · { $what }
dates-more = { $count ->
    [one] Hay una fecha más adelante.
   *[other] Hay { $count } fechas más adelante.
  }
dates-file-title = Tus fechas
dates-talk-title = Tu charla
dates-title-check-in = Seguimiento ({ $classroom })
dates-title-due = Fecha límite ({ $classroom })
dates-title-last-day = Último día del contrato ({ $classroom })
dates-title-contracts-end = { $count ->
    [one] Termina un contrato ({ $classroom })
   *[other] Terminan { $count } contratos ({ $classroom })
  }
dates-title-talk = Charla con { $name } ({ $classroom })
dates-file-button = Archivo de fechas
dates-address-offer = Tu calendario también puede leer tus fechas por sí solo, desde una dirección tuya. Muestra cuándo hay algo previsto, sin clase, sin nombres y sin objetivos.
dates-address-have = Tu calendario puede leer tus fechas desde una dirección. La tienes desde el { $since }.
dates-address-given = Esta es la dirección de tus fechas. Cópiala. En tu calendario, elige «Suscribirse» o «Desde URL» y pégala ahí.
dates-address-secret = Solo la muestro una vez. Quien la tenga puede ver cuándo son tus fechas, así que no la compartas con nadie. Tu calendario vuelve a mirar por sí solo; en algunas aplicaciones, solo una vez al día.
dates-address-old-ends = Tu dirección anterior ya no funciona.
dates-address-stopped = Detuve tu dirección. Tu calendario ya no puede leer nada de ella. Lo que aún muestre, puedes quitarlo allí.
dates-address-get-button = Obtener dirección
dates-address-stop-button = Detener dirección
dates-address-new-button = Nueva dirección
dates-neutral-name = Mis fechas
dates-neutral-check-in = Seguimiento
dates-neutral-due = Fecha límite
dates-neutral-last-day = Último día
dates-neutral-talk = Charla
